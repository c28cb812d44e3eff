// What ClientRuntime uses of Apple's CryptoKit, so that its branches can be type-checked elsewhere.
import Foundation

public protocol Digest: Sequence, Hashable, Sendable where Element == UInt8 {}

public protocol HashFunction: Sendable {
  associatedtype Digest: CryptoKit.Digest
  init()
  mutating func update<Bytes: DataProtocol>(data: Bytes)
  func finalize() -> Digest
}

public struct SHA256Digest: Digest {
  public func makeIterator() -> Array<UInt8>.Iterator { [].makeIterator() }
}

public struct SHA256: HashFunction {
  public typealias Digest = SHA256Digest
  public init() {}
  public mutating func update<Bytes: DataProtocol>(data: Bytes) {}
  public func finalize() -> SHA256Digest { SHA256Digest() }
}

public struct SymmetricKey: Sendable {
  public init<Bytes: ContiguousBytes>(data: Bytes) {}
}

public struct HashedAuthenticationCode<Hash: HashFunction>: Sequence {
  public func makeIterator() -> Array<UInt8>.Iterator { [].makeIterator() }
}

public struct HMAC<Hash: HashFunction> {
  public typealias MAC = HashedAuthenticationCode<Hash>
  public static func authenticationCode<Bytes: DataProtocol>(
    for data: Bytes, using key: SymmetricKey
  ) -> MAC { MAC() }
}
