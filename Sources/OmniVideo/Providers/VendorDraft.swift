import ClientRuntime

/// A vendor's body while it is being written, with an account of what went where.
struct VendorDraft: Sendable {
  let provider: ProviderID
  private(set) var body: JSONValue = [:]
  private(set) var refusals: [Finding] = []
  private(set) var warnings: [Finding] = []
  /// Where what stands in the body came from.
  private(set) var origins: [(vendor: String, unified: String)] = []

  init(_ provider: ProviderID) { self.provider = provider }

  /// Writes a value at a dotted path of objects; two fields that say different things are refused.
  mutating func set(_ path: String, _ value: JSONValue?, from origin: String) {
    guard let value else { return }
    let keys = path.split(separator: ".").map(String.init)
    if let standing = body.value(at: keys), standing != value {
      let earlier = origins.last { $0.vendor == path }?.unified ?? path
      refuse("U4", origin, "says otherwise than \(earlier); keep one of them")
      return
    }
    body.set(value, at: keys[...])
    origins.append((path, origin))
  }

  /// Adds to a list of the body.
  mutating func append(
    _ path: String, _ value: JSONValue, from origin: String, parts: [String: String] = [:]
  ) {
    let keys = path.split(separator: ".").map(String.init)
    var list = body.value(at: keys)?.arrayValue ?? []
    let item = "\(path)[\(list.count)]"
    origins.append((item, origin))
    for (part, origin) in parts { origins.append(("\(item).\(part)", origin)) }
    list.append(value)
    body.set(.array(list), at: keys[...])
  }

  func value(_ path: String) -> JSONValue? {
    body.value(at: path.split(separator: ".").map(String.init))
  }

  mutating func refuse(_ rule: String, _ path: String, _ message: String) {
    refusals.append(Finding(rule: rule, path: path, message: message))
  }

  mutating func warn(_ rule: String, _ path: String, _ message: String) {
    warnings.append(Finding(rule: rule, path: path, message: message))
  }

  /// The field of the unified request that a path of the body came from.
  func origin(of path: String) -> String {
    var best: (vendor: String, unified: String)?
    for origin in origins where origin.vendor.contains(path) {
      if origin.vendor.count >= best?.vendor.count ?? 0 { best = origin }
    }
    if let best { return best.unified + path.dropFirst(best.vendor.count) }
    return KlingTable.unifiedPath(of: path)
  }
}

extension String {
  /// Whether a path is this one or lies below it.
  fileprivate func contains(_ path: String) -> Bool {
    path == self || path.hasPrefix(self + ".") || path.hasPrefix(self + "[")
  }
}

extension JSONValue {
  func value(at keys: [String]) -> JSONValue? {
    keys.reduce(Optional(self)) { $0?[$1] }
  }

  mutating func set(_ value: JSONValue, at keys: ArraySlice<String>) {
    guard let key = keys.first else {
      self = value
      return
    }
    var member = self[key] ?? [:]
    member.set(value, at: keys.dropFirst())
    self[key] = member
  }
}
