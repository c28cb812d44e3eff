/// Values to repeat a section for; those of a long list are made one at a time.
public struct List: Sendable {
  private enum Storage: Sendable {
    case values([Value])
    case texts([String])
    case made(Int, @Sendable (Int) -> Value)
  }

  private let storage: Storage

  /// Makes a list of values that are there already.
  public init(_ values: [Value]) { storage = .values(values) }

  /// Makes a list of texts.
  public init(_ texts: [String]) { storage = .texts(texts) }

  /// Makes a list whose values are made when their turn comes.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> Value) {
    storage = .made(count, make)
  }

  /// The number of values.
  public var count: Int {
    switch storage {
    case .values(let values): values.count
    case .texts(let texts): texts.count
    case .made(let count, _): count
    }
  }

  /// A value by its place.
  public subscript(index: Int) -> Value {
    switch storage {
    case .values(let values): values[index]
    case .texts(let texts): .string(texts[index])
    case .made(_, let make): make(index)
    }
  }

  /// All values.
  public var values: [Value] { (0..<count).map { self[$0] } }
}
