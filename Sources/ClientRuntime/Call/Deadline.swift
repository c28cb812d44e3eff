/// Ends work that goes on for too long, whatever it waits for: a server, a credential, a middleware.
struct Deadline: Sendable {
  /// How long the work may take; `nil` sets no limit.
  var limit: Duration?
  var context: CallContext
  /// Whether a request that may have arrived leaves open what became of it.
  var isRepeatable = true
  var watch: @Sendable (Duration) async throws -> Void

  private enum Event<Value: Sendable>: Sendable {
    case over(Result<Value, APIError>)
    case hasPassed
    case unwatched
  }

  /// Does the work, and cancels it when the time is up; it is waited for in any case, so work that
  /// does not heed its cancellation is not cut short.
  func bound<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(APIError) -> Value
  ) async throws(APIError) -> Value {
    guard let limit else { return try await work() }
    let watch = watch
    let (result, hasPassed) = await withTaskGroup(of: Event<Value>.self) { group in
      group.addTask {
        do throws(APIError) {
          return .over(.success(try await work()))
        } catch {
          return .over(.failure(error))
        }
      }
      group.addTask {
        do {
          try await watch(limit)
          return .hasPassed
        } catch {
          return .unwatched
        }
      }
      return await Self.race(&group)
    }
    switch result {
    case .success(let value)?: return value
    case .failure(.cancelled(let context))? where hasPassed: throw passed(limit, context)
    case .failure(let error)?: throw error
    case nil: throw .cancelled(context)
    }
  }

  /// What the work came to, and whether the time was up before it was over.
  private static func race<Value>(
    _ group: inout TaskGroup<Event<Value>>
  ) async -> (Result<Value, APIError>?, hasPassed: Bool) {
    var hasPassed = false
    while let event = await group.next() {
      switch event {
      case .over(let result):
        group.cancelAll()
        return (result, hasPassed)
      case .hasPassed:
        hasPassed = true
        group.cancelAll()
      case .unwatched: continue
      }
    }
    return (nil, hasPassed)
  }

  private func passed(_ limit: Duration, _ context: CallContext) -> APIError {
    let error = TransportError(
      .timedOut, mayHaveArrived: context.mayHaveArrived, detail: "the deadline of \(limit)")
    return error.mayHaveArrived && !isRepeatable
      ? .unclear(context, error) : .timedOut(context, error)
  }
}
