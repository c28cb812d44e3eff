import Contract
import SwiftPlan
import YAML

/// Which operations of an API have values of which types, found when it is first asked for.
final class TypeUsers {
  private let contract: APIContract
  private let entries: [Outline.Entry]
  private lazy var ids = Dictionary(
    entries.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
  private lazy var holders = Self.holders(contract)
  private lazy var users = Self.users(contract)

  init(_ outline: Outline) {
    contract = outline.contract
    entries = outline.types
  }

  /// The operations that a name from the namespace on is about, `GET /things`, in the order of the
  /// description; `nil` for a name of no type.
  func operations(of symbol: String, at place: Node?) -> [String]? {
    var path = symbol[...]
    while ids[String(path)] == nil {
      guard let dot = path.lastIndex(of: ".") else {
        return place.flatMap { place in
          contract.operations.first { $0.node == place }.map { ["\($0.method) \($0.path)"] }
        }
      }
      path = path[..<dot]
    }
    guard let id = ids[String(path)] else { return nil }
    var (open, seen, found) = ([id], Set<TypeID>(), Set<Int>())
    while let type = open.popLast() {
      guard seen.insert(type).inserted else { continue }
      found.formUnion(users[type] ?? [])
      open += holders[type] ?? []
    }
    return found.sorted().map { index in
      "\(contract.operations[index].method) \(contract.operations[index].path)"
    }
  }

  /// The types that hold values of a type.
  private static func holders(_ contract: APIContract) -> [TypeID: [TypeID]] {
    var holders: [TypeID: [TypeID]] = [:]
    for id in contract.ids {
      for part in parts(contract[id].shape) { holders[part, default: []].append(id) }
    }
    return holders
  }

  private static func parts(_ shape: Contract.Shape) -> [TypeID] {
    switch shape {
    case .record(let record):
      (record.fields.map(\.type) + [record.additional].compactMap(\.self)).compactMap(leaf)
    case .choice(let choice): choice.variants.compactMap { leaf($0.type) }
    case .alias(let use): [leaf(use)].compactMap(\.self)
    case .duplicate(let first): [first]
    case .enumeration: []
    }
  }

  /// The operations that speak of a type themselves.
  private static func users(_ contract: APIContract) -> [TypeID: [Int]] {
    var users: [TypeID: [Int]] = [:]
    for (index, operation) in contract.operations.enumerated() {
      let sent = operation.parameters.map(\.type) + (operation.body?.contents ?? []).map(\.type)
      let received = operation.responses.flatMap {
        $0.contents.map(\.type) + $0.headers.map(\.type)
      }
      for id in (sent + received).compactMap(leaf) { users[id, default: []].append(index) }
    }
    return users
  }

  static func leaf(_ use: TypeUse) -> TypeID? {
    switch use {
    case .named(let id): id
    case .list(let type), .map(let type), .nullable(let type): leaf(type)
    default: nil
    }
  }
}
