import YAML

extension Comparison {
  mutating func compareProperties(_ pair: SchemaPair) {
    guard relevance(pair, "object") != .none else { return }
    for name in pair.old.propertyNames {
      guard let old = pair.old.properties[name] else { continue }
      if let new = pair.new.properties[name] {
        if isUnchanged(old, new) { continue }
        relateSchemas(old.schemas, new.schemas, from: pair.unit, sides(old, new))
        compareDuty(pair, name, old, new)
      } else {
        noteRemoved(pair, name, old)
      }
    }
    for name in pair.new.propertyNames where pair.old.properties[name] == nil {
      pair.new.properties[name].map { noteAdded(pair, name, $0) }
    }
    compareRequired(pair)
  }

  private func isUnchanged(_ old: Shape.Property, _ new: Shape.Property) -> Bool {
    old.schemas.count == new.schemas.count
      && zip(old.schemas, new.schemas).allSatisfy(unchanged.contains)
  }

  /// A required property that stops being read-only has to be sent.
  private mutating func compareDuty(
    _ pair: SchemaPair, _ name: String, _ old: Shape.Property, _ new: Shape.Property
  ) {
    guard pair.old.required[name] != nil, pair.new.required[name] != nil else { return }
    let isFree = self.old.isFlagged(old.schemas, "readOnly")
    let isFreeNow = self.new.isFlagged(new.schemas, "readOnly")
    guard isFree != isFreeNow else { return }
    add(
      Rule(.schema, "required-in-requests", isFree ? .added : .removed),
      Effects(request: isFree ? .narrowed : .widened, response: .nameless), pair.unit,
      old: old.key, new: new.key, before: "\(!isFree)", after: "\(!isFreeNow)", on: .request,
      "property '\(name)' of \(self.new.subject(of: new.key, depth: 2)) \(isFree ? "has to be sent now" : "is not sent any more")"
    )
  }

  /// The sides on which a property travels: who only reads it never writes it.
  private func sides(_ old: Shape.Property?, _ new: Shape.Property?) -> Sides {
    var sides = Sides.both
    for (keyword, side) in [("readOnly", Sides.request), ("writeOnly", Sides.response)] {
      let isOld = old.map { self.old.isFlagged($0.schemas, keyword) } ?? true
      let isNew = new.map { self.new.isFlagged($0.schemas, keyword) } ?? true
      if isOld, isNew { sides.remove(side) }
    }
    return sides
  }

  private mutating func noteRemoved(_ pair: SchemaPair, _ name: String, _ old: Shape.Property) {
    let isRequired = pair.old.required[name] != nil
    let isClosed = pair.new.facts("additionalProperties").contains { $0.value.bool == false }
    let effects = Effects(
      request: isClosed ? .narrowed : isRequired ? .widened : .behaviour,
      response: isRequired ? .widened : .behaviour)
    add(
      Rule(.schema, isRequired ? "required-property" : "optional-property", .removed), effects,
      pair.unit, old: old.key, near: pair.newNode, before: name, on: sides(old, nil),
      "\(self.old.subject(of: old.key, depth: 2)) has no \(isRequired ? "required" : "optional") property '\(name)' any more"
    )
  }

  private mutating func noteAdded(_ pair: SchemaPair, _ name: String, _ new: Shape.Property) {
    let isRequired = pair.new.required[name] != nil
    let effects = Effects(
      request: isRequired ? .narrowed : .extended, response: isRequired ? .narrowed : .extended)
    add(
      Rule(.schema, isRequired ? "required-property" : "optional-property", .added), effects,
      pair.unit, new: new.key, near: pair.newNode, after: name, on: sides(nil, new),
      "\(self.new.subject(of: new.key, depth: 2)) has the new \(isRequired ? "required" : "optional") property '\(name)'"
    )
  }

  private mutating func compareRequired(_ pair: SchemaPair) {
    let (old, new) = (pair.old.required, pair.new.required)
    for name in Set(old.keys).symmetricDifference(new.keys).sorted() {
      let (before, after) = (pair.old.properties[name], pair.new.properties[name])
      guard (before == nil) == (after == nil) else { continue }
      let isAdded = new[name] != nil
      let owner =
        new[name].map { self.new.subject(of: $0, depth: 2) }
        ?? old[name].map { self.old.subject(of: $0, depth: 2) } ?? subject(pair)
      add(
        Rule(.schema, "required", isAdded ? .added : .removed),
        // Nobody can send what nothing describes.
        Effects(before == nil ? .behaviour : isAdded ? .narrowed : .widened), pair.unit,
        old: old[name] ?? before?.key,
        new: new[name] ?? after?.key, near: pair.newNode, before: isAdded ? "" : name,
        after: isAdded ? name : "",
        on: before == nil ? .both : sides(before, after),
        "property '\(name)' of \(owner) \(isAdded ? "is required now" : "may be absent now")"
      )
    }
  }
}

extension Side {
  /// Whether any of the schemas has a flag, itself or where it refers to.
  func isFlagged(_ schemas: [Node], _ keyword: String) -> Bool {
    schemas.contains {
      ShapeBuilder.parts(of: [$0], on: self).contains { $0[keyword]?.bool == true }
    }
  }
}
