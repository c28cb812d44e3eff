/// Header fields in their order; names match in any case, secrets are never printed.
public struct HTTPHeaders: Hashable, Sendable {
  /// One header field.
  public struct Field: Hashable, Sendable {
    /// The name as written.
    public var name: String
    /// The value as written.
    public var value: String
    /// Whether the value is a secret, whatever the name says.
    public var isSensitive: Bool
  }

  /// The fields in their order.
  public private(set) var fields: [Field] = []

  /// Starts without any field.
  public init() {}

  /// The values of a name joined by commas, as HTTP allows; `nil` when there is none.
  public subscript(name: String) -> String? {
    get {
      // Most names stand once, and a call asks for many of them.
      guard let first = fields.firstIndex(where: { Self.match($0.name, name) }) else { return nil }
      let isAlone = !fields[(first + 1)...].contains { Self.match($0.name, name) }
      return isAlone ? fields[first].value : values(for: name).joined(separator: ", ")
    }
    set {
      remove(name)
      if let newValue { add(name, newValue) }
    }
  }

  /// The values of a name, one a field.
  public func values(for name: String) -> [String] {
    fields.filter { Self.match($0.name, name) }.map(\.value)
  }

  /// One value a name: those of the same name joined by commas, under the name as written first.
  var joined: [String: String] {
    var joined: [String: String] = [:]
    joined.reserveCapacity(fields.count)
    for (index, field) in fields.enumerated()
    where !fields[..<index].contains(where: { Self.match($0.name, field.name) }) {
      joined[field.name] = self[field.name]
    }
    return joined
  }

  /// Adds a field beside those of the same name.
  public mutating func add(_ name: String, _ value: String, isSensitive: Bool = false) {
    // Room for as many as a request usually has: growing to it field by field costs more.
    if fields.isEmpty { fields.reserveCapacity(8) }
    fields.append(Field(name: name, value: value, isSensitive: isSensitive))
  }

  /// Adds pairs of names and values to the one header for them; commas, which join others, would
  /// belong to a value.
  mutating func addCookies(_ pairs: [String]) {
    if pairs.isEmpty { return }
    let all = values(for: "Cookie") + pairs
    remove("Cookie")
    add("Cookie", all.joined(separator: "; "), isSensitive: true)
  }

  /// Removes all fields of a name.
  public mutating func remove(_ name: String) {
    fields.removeAll { Self.match($0.name, name) }
  }

  /// Removes every field that holds a secret.
  mutating func removeSecrets() {
    fields.removeAll { $0.isSecret }
  }

  /// The name of a field that cannot be sent: a line end in it would smuggle in headers of its own,
  /// and a colon or a space in a name would make it another.
  var unsendable: String? { fields.first { !$0.isSendable }?.name }

  fileprivate static func match(_ left: String, _ right: String) -> Bool {
    // Names are compared dozens of times a call, and mostly differ in their lengths.
    guard left.utf8.count == right.utf8.count else { return false }
    return left.withBytes { left in
      right.withBytes { right in
        for place in left.indices where left[place].asLetter != right[place].asLetter {
          return false
        }
        return true
      }
    }
  }
}

extension HTTPHeaders.Field {
  private static let secretNames: [String] = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key",
    "x-goog-api-key", "x-auth-token", "x-amz-security-token",
  ]

  fileprivate var isSendable: Bool {
    let isSendableName = name.withBytes { name in
      for byte in name where byte <= 32 || byte == 127 || byte == UInt8(ascii: ":") { return false }
      return !name.isEmpty
    }
    return isSendableName
      && value.withBytes { value in
        for byte in value where byte < 32 && byte != 9 || byte == 127 { return false }
        return true
      }
  }

  /// Whether the value must not be shown or sent to another origin.
  var isSecret: Bool { isSensitive || Self.secretNames.contains { HTTPHeaders.match(name, $0) } }
}

extension UInt8 {
  /// The same for a capital and a small letter.
  var asLetter: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  /// Makes fields in the order of the literal.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The fields, secrets hidden.
  public var description: String {
    fields.map(\.description).joined(separator: "\n")
  }

  /// The fields, secrets hidden.
  public var debugDescription: String { description }

  /// The fields, secrets hidden.
  public var customMirror: Mirror {
    Mirror(self, unlabeledChildren: fields.map(\.description), displayStyle: .collection)
  }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The field as on the wire, a secret hidden.
  public var description: String { "\(name): \(isSecret ? "<hidden>" : value)" }

  /// The field as on the wire, a secret hidden.
  public var debugDescription: String { description }

  /// The field, a secret hidden.
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name, "value": isSecret ? "<hidden>" : value])
  }
}
