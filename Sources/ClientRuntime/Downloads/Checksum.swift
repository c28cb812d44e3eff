import Foundation

#if canImport(CryptoKit)
  import CryptoKit
#else
  import CCrypto
#endif

/// What a file's bytes add up to, as publishers state it beside a file.
public struct Checksum: Hashable, Sendable {
  let digest: Data

  /// A SHA-256 digest in hexadecimal digits; `nil` when the text is none.
  public static func sha256(_ text: String) -> Checksum? {
    let digits = text.utf8.map { Int(String(UnicodeScalar($0)), radix: 16) }
    guard digits.count == 64, !digits.contains(nil) else { return nil }
    let values = digits.compactMap { $0 }
    return Checksum(
      digest: Data(stride(from: 0, to: 64, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }))
  }

  /// A SHA-256 digest.
  public static func sha256(_ digest: Data) -> Checksum { Checksum(digest: digest) }

  /// What a text's bytes add up to, as SHA-256.
  public static func of(_ text: String) -> Checksum { of(Data(text.utf8)) }

  /// What bytes add up to, as SHA-256.
  public static func of(_ data: Data) -> Checksum {
    var hasher = Hasher256()
    hasher.update(data)
    return Checksum(digest: hasher.finish())
  }

  /// What a file's bytes add up to, as SHA-256; it is read piece by piece.
  public static func of(file: URL) throws -> Checksum {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    return try sha256(of: handle)
  }

  /// The digest in hexadecimal digits, or only the first of them.
  public func text(digits: Int = 64) -> String {
    String(
      digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().prefix(digits))
  }

  /// Reads a file piece by piece.
  static func sha256(of file: FileHandle) throws -> Checksum {
    try file.seek(toOffset: 0)
    var hasher = Hasher256()
    while let data = try file.read(upToCount: 1 << 20), !data.isEmpty { hasher.update(data) }
    return Checksum(digest: hasher.finish())
  }
}

#if canImport(CryptoKit)
  private struct Hasher256 {
    private var hash = SHA256()
    mutating func update(_ data: Data) { hash.update(data: data) }
    mutating func finish() -> Data { Data(hash.finalize()) }
  }
#else
  private struct Hasher256: ~Copyable {
    private let state = EVP_MD_CTX_new()

    init() { EVP_DigestInit_ex(state, EVP_sha256(), nil) }

    deinit { EVP_MD_CTX_free(state) }

    mutating func update(_ data: Data) {
      _ = data.withUnsafeBytes { EVP_DigestUpdate(state, $0.baseAddress, $0.count) }
    }

    mutating func finish() -> Data {
      var digest = [UInt8](repeating: 0, count: 32)
      EVP_DigestFinal_ex(state, &digest, nil)
      return Data(digest)
    }
  }
#endif
