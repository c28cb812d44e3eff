import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The least that calls by a delegate of `URLSession` take: it collects the bytes and wakes the caller.
final class BareSession: NSObject, URLSessionDataDelegate, Sendable {
  private struct Pending {
    var data = Data()
    var caller: CheckedContinuation<Data, any Error>
  }

  private let pending = Mutex<[Int: Pending]>([:])

  static func session() -> (URLSession, BareSession) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.httpMaximumConnectionsPerHost = 1000
    let delegate = BareSession()
    return (
      URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil), delegate
    )
  }

  func data(_ url: URL, _ session: URLSession) async throws -> Data {
    var request = URLRequest(url: url)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    request.setValue("swift-client-runtime", forHTTPHeaderField: "User-Agent")
    request.setValue("Bearer key", forHTTPHeaderField: "Authorization")
    request.timeoutInterval = 60
    let task = session.dataTask(with: request)
    return try await withCheckedThrowingContinuation { caller in
      pending.withLock { $0[task.taskIdentifier] = Pending(caller: caller) }
      task.resume()
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    pending.withLock { $0[dataTask.taskIdentifier]?.data.append(data) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let call = pending.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    if let error {
      call?.caller.resume(throwing: error)
    } else if (task.response as? HTTPURLResponse)?.statusCode == 200 {
      call?.caller.resume(returning: call?.data ?? Data())
    } else {
      call?.caller.resume(throwing: URLError(.badServerResponse))
    }
  }
}
