//! A certificate made at start, for Graph, for the login dialog, and for loopback.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, DnType, KeyPair, PublicKeyData as _};
use rustls::ServerConfig;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

const NAMES: [&str; 4] = [
    "graph.facebook.com",
    "www.facebook.com",
    "localhost",
    "127.0.0.1",
];

/// A self-signed certificate and its key. Nothing of it outlives the process.
pub(crate) struct Certificate {
    pub(crate) pem: String,
    /// As Chromium's `--ignore-certificate-errors-spki-list` takes it.
    pub(crate) spki_sha256: String,
    der: CertificateDer<'static>,
    key: Vec<u8>,
}

impl Certificate {
    pub(crate) fn make() -> Result<Self, rcgen::Error> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new(NAMES.map(str::to_owned))?;
        params
            .distinguished_name
            .push(DnType::CommonName, "Graph emulator on loopback");
        let certificate = params.self_signed(&key)?;
        let spki = key.subject_public_key_info();
        let hash = ring::digest::digest(&ring::digest::SHA256, &spki);
        Ok(Self {
            pem: certificate.pem(),
            spki_sha256: STANDARD.encode(hash),
            der: certificate.der().clone(),
            key: key.serialize_der(),
        })
    }

    pub(crate) fn config(&self) -> Result<Arc<ServerConfig>, rustls::Error> {
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(self.key.clone()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![self.der.clone()], key)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}
