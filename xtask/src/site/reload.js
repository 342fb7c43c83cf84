// Served with the debug page only: loads it again when it was built again.
const version = async () => (await fetch("./dev/version.txt")).text();
const first = await version();
setInterval(async () => {
  if ((await version().catch(() => first)) !== first) {
    location.reload();
  }
}, 500);
