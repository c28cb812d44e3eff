/// The names of an object and what people call it; thousands of objects may share them.
public final class Names: Sendable {
  let kind: String?
  let all: [String]
  /// The place of each name by its symbol; less than 0 for those that are not here.
  private let places: [Int32]
  /// The marks of all names.
  let marks: UInt64

  /// Makes a table of different names; the kind is what messages call an object of them: `model`.
  public init(_ names: [String], kind: String? = nil) {
    self.kind = kind
    all = names
    let symbols = names.map { Symbol($0) }
    var places = [Int32](repeating: -1, count: (symbols.map(\.number).max() ?? -1) + 1)
    for (place, symbol) in symbols.enumerated() { places[symbol.number] = Int32(place) }
    self.places = places
    marks = symbols.reduce(0) { $0 | $1.mark }
  }

  /// The place of a name; `nil` when it is not here.
  public func index(of symbol: Symbol) -> Int? {
    guard symbol.number < places.count, places[symbol.number] >= 0 else { return nil }
    return Int(places[symbol.number])
  }
}
