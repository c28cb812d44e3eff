/// What an object consists of: its names, and a value for each when it is asked for.
final class Members: Sendable {
  let kind: String?
  let names: Names
  let value: @Sendable (Int) -> Value

  init(kind: String?, names: Names, value: @escaping @Sendable (Int) -> Value) {
    self.kind = kind
    self.names = names
    self.value = value
  }
}
