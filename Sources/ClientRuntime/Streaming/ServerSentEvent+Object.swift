import Foundation

extension ServerSentEvent {
  /// The event as an object of its fields; the data as the JSON that it is, or as a text, whichever
  /// the type wants.
  func decoded<Value: Decodable>(
    _ context: CallContext, _ redaction: Redaction
  ) throws(APIError) -> Value {
    let texts = [data, try? JSONCoding.text(data)].compactMap(\.self)
    let isObject = data.first == "{" || data.first == "["
    let wrapped = (isObject ? texts : texts.reversed()).map(object)
    // Where the server names no event, an object may tell its name itself.
    let isNameless = event == "message" && isObject
    let objects = isNameless ? [Data(data.utf8)] + wrapped : wrapped
    if let value = objects.lazy.compactMap({ try? JSONCoding.decode(Value.self, from: $0) }).first {
      return value
    }
    return try JSONCoding.element(objects[0], context, redaction)
  }

  private func object(data: String) -> Data {
    let name = (try? JSONCoding.text(event)) ?? "null"
    let identifier = id.flatMap { try? JSONCoding.text($0) }
    let fields: [String?] = [
      "\"event\":\(name)", "\"data\":\(data)", identifier.map { "\"id\":\($0)" },
      retry.map { "\"retry\":\($0)" },
    ]
    return Data("{\(fields.compactMap(\.self).joined(separator: ","))}".utf8)
  }
}
