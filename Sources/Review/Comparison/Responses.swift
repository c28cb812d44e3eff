import OpenAPI
import YAML

extension Comparison {
  mutating func compareResponseLists(_ pair: EndpointPair) {
    let old = pair.old.operation.responses.map { (status: Self.status($0.key), entry: $0) }
    let new = pair.new.operation.responses.map { (status: Self.status($0.key), entry: $0) }
    for (status, entry) in old {
      if let other = Self.cover(status, new.map(\.status)) {
        compareResponse(pair, (status, entry.value), (new[other].status, new[other].entry.value))
      } else {
        noteRemoved(status, entry.key, pair)
      }
    }
    for (status, entry) in new where !old.contains(where: { $0.status == status }) {
      if let other = Self.cover(status, old.map(\.status)) {
        compareResponse(pair, (old[other].status, old[other].entry.value), (status, entry.value))
      } else {
        add(
          Rule(.response, Self.isSuccess(status) ? "success" : "failure", .added),
          Effects(.extended), pair.answering, new: entry.key, after: status,
          "\(pair.name) can answer \(Self.words(status)) now")
      }
    }
  }

  private mutating func compareResponse(
    _ pair: EndpointPair, _ left: (status: String, response: ResponseObject),
    _ right: (status: String, response: ResponseObject)
  ) {
    let (old, new) = (self.old.target(left.response), self.new.target(right.response))
    if left.status == right.status { return compareResponse(pair, old, new) }
    // What is said of a range is read of each of its statuses, in other words.
    compareHeaderTables(
      .response, old.headers, new.headers, pair.answering, near: new.node, "an answer")
    compareContent(old.node, new.node, pair.answering, .response, "an answer")
  }

  private mutating func compareResponse(
    _ pair: EndpointPair, _ old: ResponseObject, _ new: ResponseObject
  ) {
    guard self.old.isSwagger || self.new.isSwagger else {
      return relate(
        Pair(kind: .response, old: [old.node], new: [new.node]), from: pair.answering)
    }
    compareWords(.response, old.node, new.node, pair.answering, "an answer")
    compareHeaderTables(
      .response, old.headers, new.headers, pair.answering, near: new.node, "an answer")
    compareMedia(
      self.old.media(old.node, of: pair.old, isRequest: false),
      self.new.media(new.node, of: pair.new, isRequest: false), pair.answering, .response,
      "an answer", near: new.node)
  }

  private static func status(_ key: Node) -> String {
    key.hasText("default") ? "default" : (key.string ?? "").uppercased()
  }

  /// What people call a status.
  private static func words(_ status: String) -> String {
    status == "default" ? "any other status" : status
  }

  private static func isSuccess(_ status: String) -> Bool { status.hasPrefix("2") }

  /// The answer that a status is: its own, its range's, or the first of the range.
  private static func cover(_ status: String, _ others: [String]) -> Int? {
    if let index = others.firstIndex(of: status) { return index }
    guard let first = status.first, first.isNumber else { return nil }
    if status.hasSuffix("XX") { return others.firstIndex { $0.first == first } }
    return others.firstIndex(of: "\(first)XX")
  }

  private mutating func noteRemoved(_ status: String, _ key: Node, _ pair: EndpointPair) {
    let isSuccess = Self.isSuccess(status)
    add(
      Rule(.response, isSuccess ? "success" : "failure", .removed),
      Effects(isSuccess ? .withdrawn : .behaviour), pair.answering, old: key,
      near: pair.new.operation.node.fact("responses")?.key ?? pair.new.key, before: status,
      "\(pair.name) does not say any more what it answers with \(Self.words(status))")
  }

  mutating func compareResponses(_ old: ResponseObject, _ new: ResponseObject, _ unit: Int) {
    compareWords(.response, old.node, new.node, unit, "an answer")
    compareHeaderTables(.response, old.headers, new.headers, unit, near: new.node, "an answer")
    compareContent(old.node, new.node, unit, .response, "an answer")
  }

  mutating func compareHeaderTables(
    _ position: Rule.Position, _ old: [(key: Node, value: ParameterObject)],
    _ new: [(key: Node, value: ParameterObject)],
    _ unit: Int, near: Node, _ holder: String
  ) {
    for (key, value) in old {
      let name = key.string ?? ""
      let header = self.old.target(value)
      if let other = new.first(where: { $0.key.string?.lowercased() == name.lowercased() }) {
        relate(
          Pair(kind: .header, old: [header.node], new: [self.new.target(other.value).node]),
          from: unit)
        continue
      }
      add(
        Rule(position, header.isRequired ? "required-header" : "optional-header", .removed),
        Effects(
          request: header.isRequired ? .widened : .behaviour,
          response: header.isRequired ? .widened : .behaviour), unit, old: key, near: near,
        before: name, "\(holder) has no header '\(name)' any more")
    }
    for (key, value) in new
    where !old.contains(where: { $0.key.string?.lowercased() == key.string?.lowercased() }) {
      let isRequired = self.new.target(value).isRequired
      add(
        Rule(position, isRequired ? "required-header" : "optional-header", .added),
        Effects(request: isRequired ? .narrowed : .extended, response: .extended), unit, new: key,
        after: key.string ?? "", "\(holder) has the new header '\(key.string ?? "")'")
    }
  }
}
