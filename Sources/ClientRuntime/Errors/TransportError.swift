/// Why a request got no complete answer.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sorts of failure, as far as they call for different remedies.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The address cannot be used.
    case badURL
    /// A header has a name or a value that cannot be sent.
    case badHeader
    /// The host name is not known.
    case nameNotFound
    /// Nobody answers at the address, or at the proxy's.
    case connectionFailed
    /// The proxy refused, or its host name is not known.
    case proxyFailed
    /// The secure connection could not be set up.
    case tlsFailed
    /// The server's certificate is not to be trusted.
    case untrustedCertificate
    /// The time for connecting was up.
    case connectTimedOut
    /// Nothing moved for too long, or the whole took too long.
    case timedOut
    /// The connection was lost.
    case connectionLost
    /// The server answered in a way HTTP does not allow, or its body was cut short.
    case badResponse
    /// The answer is larger than the caller allows.
    case tooLarge
    /// The body could not be read to the end where it comes from.
    case bodyUnreadable
    /// The answer could not be written where it should go.
    case fileUnwritable
    /// The bytes are not those that were promised.
    case corrupt
    /// Redirects went in a circle or to a place that is not safe.
    case badRedirect
    /// The call was cancelled.
    case cancelled
    /// Something else.
    case other
  }

  /// The sort of failure.
  public var kind: Kind
  /// Whether the server may have received the request.
  public var mayHaveArrived: Bool
  /// The details in words.
  public var detail: String

  /// Describes a failure.
  public init(_ kind: Kind, mayHaveArrived: Bool, detail: String = "") {
    self.kind = kind
    self.mayHaveArrived = mayHaveArrived
    self.detail = detail
  }

  static func tooLarge(_ limit: Int) -> TransportError {
    TransportError(.tooLarge, mayHaveArrived: true, detail: "more than \(limit) bytes")
  }

  /// What happened, in words.
  public var description: String { detail.isEmpty ? summary : "\(summary) (\(detail))" }

  private var summary: String {
    switch kind {
    case .badURL: "the address cannot be used"
    case .badHeader: "a header cannot be sent"
    case .nameNotFound: "the host name is not known"
    case .connectionFailed: "no connection could be made"
    case .proxyFailed: "the proxy did not let the connection through"
    case .tlsFailed: "the secure connection could not be set up"
    case .untrustedCertificate: "the server's certificate is not trusted"
    case .connectTimedOut: "the server did not accept the connection in time"
    case .timedOut: "the server did not answer in time"
    case .connectionLost: "the connection was lost"
    case .badResponse: "the answer is not complete or not valid HTTP"
    case .tooLarge: "the answer is too large"
    case .bodyUnreadable: "the body to send could not be read"
    case .fileUnwritable: "the answer could not be written"
    case .corrupt: "the bytes are not those that were promised"
    case .badRedirect: "the redirect cannot be followed"
    case .cancelled: "the call was cancelled"
    case .other: "the transfer failed"
    }
  }

  var advice: String {
    switch kind {
    case .badURL: "check the server address"
    case .badHeader: "check what adds the header"
    case .nameNotFound, .connectionFailed, .proxyFailed, .connectTimedOut:
      "check the network, the server address and the proxy settings"
    case .tlsFailed, .untrustedCertificate:
      "check the address and this machine's clock and certificates"
    case .timedOut, .connectionLost, .badResponse, .other: "try again later"
    case .tooLarge: "raise the limit or read it as a stream"
    case .bodyUnreadable: "check that the file exists and can be read"
    case .fileUnwritable: "check that there is room and that the folder can be written to"
    case .corrupt: "check the expected length and checksum, and try again later"
    case .badRedirect: "check the server address"
    case .cancelled: "nothing to do"
    }
  }
}
