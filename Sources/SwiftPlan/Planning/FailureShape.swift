import Contract

/// A type of error body and the statuses that have it.
struct FailureShape: Hashable {
  var codes: Range<Int>
  var type: String

  init(_ status: Response.Status, _ type: String) {
    self.type = type
    switch status {
    case .code(let code): codes = code..<code + 1
    case .range(let hundred): codes = hundred * 100..<hundred * 100 + 100
    case .otherwise: codes = 0..<600
    }
  }

  /// The statuses as an argument.
  var statuses: String {
    codes.count == 1 ? String(codes.lowerBound) : "\(codes.lowerBound)..<\(codes.upperBound)"
  }

  /// Whether it is for all statuses.
  var isWhole: Bool { codes == 0..<600 }

  /// The statuses and the type as arguments.
  var arguments: String { "\(statuses), as: \(type).self" }

  /// The most exact statuses first, because the first that fits decodes; neighbours of one type
  /// become one, and what a wider one of the same type says anyway is left out.
  static func merged(_ shapes: [FailureShape]) -> [FailureShape] {
    var result: [FailureShape] = []
    let sorted = shapes.enumerated().sorted {
      ($0.element.codes.count, $0.element.codes.lowerBound, $0.offset)
        < ($1.element.codes.count, $1.element.codes.lowerBound, $1.offset)
    }
    for (_, shape) in sorted {
      if let last = result.last, last.type == shape.type,
        last.codes.upperBound == shape.codes.lowerBound
      {
        result[result.count - 1].codes = last.codes.lowerBound..<shape.codes.upperBound
      } else {
        result.append(shape)
      }
    }
    if let widest = result.last, widest.isWhole,
      result.allSatisfy({ $0.type == widest.type })
    {
      return [widest]
    }
    return result
  }
}
