import Foundation

/// What a scalar is under the YAML 1.2 core schema, which JSON's literals are a part of.
public enum Scalar: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Any other number: fractions, exponents, integers past 64 bits.
  case number(Double)
  case string(String)
}

extension Node {
  /// The scalar, typed; `nil` for sequences and mappings.
  public var scalar: Scalar? {
    guard let text = string else { return nil }
    guard isPlain, text.utf8.count <= 5 || Scalar.mayBeNumber(text) else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return Scalar(number: text) ?? .string(text)
    }
  }

  /// Whether it is a string, which no other type can be read from.
  public var isText: Bool {
    let record = record
    guard record.kind == .scalar else { return false }
    if !record.isPlain { return true }
    // Longer texts are no keywords, and only those that begin like numbers can be any.
    if record.length > 5, !Scalar.mayBeNumber(startingWith: tree.text[Int(record.start)]) {
      return true
    }
    if case .string = scalar { return true }
    return false
  }

  /// Whether it is a plain null, or a plain scalar with no text.
  public var isNull: Bool { mayBeKeyword && scalar == .null }

  /// The value when it is a boolean.
  public var bool: Bool? {
    if mayBeKeyword, case .bool(let value) = scalar { return value }
    return nil
  }

  /// The value when it is an integer that 64 bits hold; `5.0` counts, as JSON Schema says.
  public var integer: Int? {
    switch scalar {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The value when it is any number.
  public var number: Double? {
    switch scalar {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

extension Scalar {
  /// Reads the forms of the core schema only: `012` is twelve, `0x1F` and `0o17` have their bases.
  fileprivate init?(number text: String) {
    guard Scalar.mayBeNumber(text) else { return nil }
    let digits = text.utf8
    if let value = Int(text) {
      self = .integer(value)
    } else if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) {
      self = .integer(value)
    } else if text.hasPrefix("0o"), let value = Int(text.dropFirst(2), radix: 8) {
      self = .integer(value)
    } else if let value = Scalar.special[text] {
      self = .number(value)
    } else if digits.allSatisfy(Scalar.isDecimal), let value = Double(text) {
      self = .number(value)
    } else {
      return nil
    }
  }

  /// Whether a text begins as numbers do; most texts are told apart by that, or by their length.
  fileprivate static func mayBeNumber(_ text: String) -> Bool {
    text.utf8.first.map(mayBeNumber) ?? false
  }

  fileprivate static func mayBeNumber(startingWith first: UInt8) -> Bool {
    first == 0x2B || first == 0x2D || first == 0x2E || (0x30...0x39).contains(first)
  }

  private static let special: [String: Double] = {
    var table: [String: Double] = [:]
    for word in [".inf", ".Inf", ".INF"] {
      table[word] = .infinity
      table["+" + word] = .infinity
      table["-" + word] = -.infinity
    }
    for word in [".nan", ".NaN", ".NAN"] { table[word] = .nan }
    return table
  }()

  /// `Double.init` also reads `inf`, `nan` and hexadecimal floats, which YAML does not.
  private static func isDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }
}
