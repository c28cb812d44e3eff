import Foundation

#if canImport(CryptoKit)
  import CryptoKit
#else
  import CCrypto
#endif

/// Keyed hashes (RFC 2104) from the system's own library.
package enum MessageAuthentication {
  /// HMAC with SHA-256.
  package static func sha256(_ message: Data, key: Data) -> Data {
    #if canImport(CryptoKit)
      return Data(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    #else
      var code = [UInt8](repeating: 0, count: 32)
      var length: UInt32 = 0
      // An empty buffer has no address, and without an address the library takes no key at all.
      let keyBytes = key.isEmpty ? [0] : Array(key)
      let messageBytes = Array(message)
      _ = HMAC(
        EVP_sha256(), keyBytes, Int32(key.count), messageBytes, messageBytes.count, &code, &length)
      return Data(code.prefix(Int(length)))
    #endif
  }
}
