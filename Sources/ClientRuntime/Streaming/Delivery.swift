import Foundation

/// A request that the server sends on its own, to an address that the caller has given it: a webhook
/// or a callback.
public struct Delivery<Payload: Decodable & Sendable>: Sendable {
  /// What the description calls it.
  public let name: String
  /// The method that the request comes with.
  public let method: HTTPMethod

  /// Names a delivery.
  public init(_ name: String, _ method: HTTPMethod) {
    self.name = name
    self.method = method
  }

  /// Reads the body of a request that was received.
  public func decode(_ body: Data) throws(DeliveryError) -> Payload {
    do {
      return try JSONCoding.decode(from: body)
    } catch {
      let (path, reason) = DecodingFailure.explain(error)
      throw DeliveryError(delivery: name, path: path, reason: reason, body: body)
    }
  }
}

/// A delivery that is not what the description promises.
public struct DeliveryError: Error, Sendable, CustomStringConvertible {
  /// What the description calls the delivery.
  public var delivery: String
  /// Where in the body: `data.items[0].id`; empty for the whole.
  public var path: String
  /// What is wrong there.
  public var reason: String
  /// The body as it came.
  public var body: Data

  /// Which part of which delivery is wrong, and in what way.
  public var description: String {
    let place = path.isEmpty ? "the body" : "‘\(path)’"
    return "the delivery ‘\(delivery)’ is not as described: \(place): \(reason)"
  }
}
