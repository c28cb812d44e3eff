import Testing

@testable import ClientRuntime

/// The transports that go through the same cases.
enum Carrier: String, Sendable, CaseIterable, CustomTestStringConvertible {
  #if os(Linux)
    case curl
  #endif
  case session

  var testDescription: String { rawValue }

  /// A transport of the kind that is the usual one here.
  static func usual() -> any Transport { allCases[0].transport() }

  func transport() -> any Transport {
    switch self {
    #if os(Linux)
      case .curl: CurlTransport()
    #endif
    case .session: URLSessionTransport()
    }
  }

  var isSessionOnLinux: Bool {
    #if os(Linux)
      self == .session
    #else
      false
    #endif
  }
}

extension Transport {
  /// What comes of a request, in a line.
  func outcome(_ request: TransportRequest) async -> String {
    do {
      let response = try await send(request)
      return try await "\(response.head.status) \(response.body.data().text)"
    } catch let error as TransportError {
      return "\(error.kind)"
    } catch APIError.transport(_, let error), APIError.timedOut(_, let error) {
      return "body \(error.kind)"
    } catch {
      return "\(error)"
    }
  }
}
