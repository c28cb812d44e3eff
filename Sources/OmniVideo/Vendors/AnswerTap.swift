import ClientRuntime
import Foundation
import Synchronization

/// Keeps the bytes of the answer, which the generated type may have no room for, and sends exactly
/// the bytes it was given where the generated type has no room for all of them.
final class AnswerTap: Middleware {
  private let body: Data?
  private let staleCodes: Set<String>
  private let last = Mutex<VendorAnswer?>(nil)

  init(sending body: Data?, staleCodes: Set<String>) {
    self.body = body
    self.staleCodes = staleCodes
  }

  var answer: VendorAnswer? { last.withLock { $0 } }

  func intercept(
    _ request: TransportRequest, _ context: MiddlewareContext, next: Next
  ) async throws(APIError) -> TransportResponse {
    var request = request
    if let body { request.body = .bytes(body) }
    var response = try await next(request)
    let data = try await response.body.data(limit: 64 << 20)
    let answer = VendorAnswer(
      status: response.head.status, headers: response.head.headers, body: data)
    last.withLock { $0 = answer }
    response.body = ResponseBody(data)
    // A token that ran out is renewed where the status says so, which it should have done here.
    if let code = answer.raw?["code"]?.scalarText, staleCodes.contains(code) {
      response.head.status = 401
    }
    return response
  }
}

extension APIClient {
  /// Makes a call once and gives the answer, whatever it is; throws when there is none.
  func exchange(
    sending body: Data? = nil, staleCodes: Set<String> = [],
    _ call: (Self) async throws(APIError) -> Void
  ) async throws(APIError) -> VendorAnswer {
    let tap = AnswerTap(sending: body, staleCodes: staleCodes)
    let client = with { options in
      options.retry = .none
      // The rules have looked at the request already, and know what is worth a refusal.
      options.validates = false
      options.middleware.append(tap)
    }
    do throws(APIError) {
      try await call(client)
    } catch {
      switch error {
      case .http(let failure): return VendorAnswer(failure)
      case .decoding(let failure):
        return tap.answer
          ?? VendorAnswer(status: failure.status, headers: HTTPHeaders(), body: failure.body)
      default: throw error
      }
    }
    return tap.answer ?? VendorAnswer(status: 0, headers: HTTPHeaders(), body: Data())
  }
}
