import Foundation

/// Finds a service's code, message and request number in the places where services usually put them.
struct ErrorBody {
  var code: String?
  var message: String?
  var requestID: String?

  init(_ body: Data, _ headers: HTTPHeaders) {
    let value = try? JSONCoding.decode(JSONValue.self, from: body)
    let outer = value?.objectValue ?? value?[0]?.objectValue ?? [:]
    let inner = outer["error"]?.objectValue ?? outer["errors"]?[0]?.objectValue ?? [:]
    code = Self.text(["code", "error_code", "errorCode", "type"], inner, outer)
    message = Self.text(
      ["message", "msg", "error_description", "error_message", "detail", "title", "error"],
      inner, outer)
    requestID =
      Self.text(["request_id", "requestId", "requestID"], inner, outer) ?? Self.requestID(headers)
  }

  private static func text(_ keys: [String], _ objects: [String: JSONValue]...) -> String? {
    for object in objects {
      for key in keys {
        if let text = object[key]?.scalarText, !text.isEmpty { return text }
      }
    }
    return nil
  }

  private static func requestID(_ headers: HTTPHeaders) -> String? {
    for name in ["x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"] {
      if let value = headers[name] { return value }
    }
    return nil
  }
}
