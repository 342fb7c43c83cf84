//! Has the linker leave in the page what `cargo xtask seal` needs to cut it in two.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let of = |name| std::env::var(name).unwrap_or_default();
    if of("CARGO_CFG_TARGET_ARCH") == "wasm32" && of("PROFILE") == "release" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
