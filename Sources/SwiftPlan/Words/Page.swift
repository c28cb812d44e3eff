/// The page that generated code is laid out for.
enum Page {
  /// How many characters a line may have.
  static let width = 120
  /// How many lines make a file long enough to be split where names allow it.
  static let lines = 900
  /// How many lines of short things may stay together where names would scatter them.
  static let mostLines = 1_500
  /// What is shorter than this stays in the file of what it belongs to.
  static let worthwhile = 150
}
