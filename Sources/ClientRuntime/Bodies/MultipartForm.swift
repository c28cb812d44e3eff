import Foundation

/// Lays out parts as `multipart/form-data`, without reading the files.
struct MultipartForm {
  var boundary: String
  private var pieces: [RequestBody.Piece] = []
  private var pending = Data()

  init(boundary: String) { self.boundary = boundary }

  var contentType: String { "multipart/form-data; boundary=\(boundary)" }

  /// All parts as a body of known length.
  static func body(_ parts: [Part], boundary: String) throws -> RequestBody {
    var form = MultipartForm(boundary: boundary)
    for part in parts { try form.append(part) }
    form.pending.append(Data("--\(boundary)--\r\n".utf8))
    form.flush()
    return .pieces(form.pieces)
  }

  private mutating func append(_ part: Part) throws {
    switch part.content {
    case .field(let value):
      if let files = Self.files(value) {
        return try append(
          Part(part.name, contentType: part.contentType, .files(files), part.headers))
      }
      let encoded = try ParameterEncoder.encode(value)
      if encoded.isCompound {
        return try append(Part(part.name, .json([value]), part.headers))
      }
      for text in encoded.texts {
        try begin(part, filename: nil, contentType: part.contentType)
        pending.append(Data(text.utf8))
        end()
      }
    case .json(let values):
      for value in values {
        let isForm = part.contentType?.hasPrefix(FormBody.contentType) == true
        try begin(part, filename: nil, contentType: part.contentType ?? "application/json")
        pending.append(
          isForm ? Data(try FormBody.text(value).utf8) : try JSONCoding.data(value))
        end()
      }
    case .files(let files):
      for file in files {
        // What the description says counts where the file's name tells nothing.
        let isKnown = file.contentType != FileContent.unknownType
        try begin(
          part, filename: file.filename,
          contentType: isKnown ? file.contentType : part.contentType ?? file.contentType)
        append(file.source)
        end()
      }
    }
  }

  /// The files that a value stands for, also as one of several types.
  private static func files(_ value: any Encodable & Sendable) -> [FileContent]? {
    switch value {
    case let file as FileContent: [file]
    case let files as [FileContent]: files
    case let choice as any ChoiceCodable: files(choice.payload())
    default: nil
    }
  }

  private mutating func append(_ piece: RequestBody.Piece) {
    if case .bytes(let data) = piece {
      pending.append(data)
    } else {
      flush()
      pieces.append(piece)
    }
  }

  private mutating func begin(_ part: Part, filename: String?, contentType: String?) throws {
    let name = Self.quoted(part.name)
    var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\""
    if let filename { head += "; filename=\"\(Self.quoted(filename))\"" }
    head += "\r\n"
    if let contentType { head += "Content-Type: \(Self.line(contentType))\r\n" }
    for header in part.headers { head += try Self.line(header) }
    pending.append(Data((head + "\r\n").utf8))
  }

  private mutating func end() { pending.append(Data("\r\n".utf8)) }

  private mutating func flush() {
    if !pending.isEmpty { pieces.append(.bytes(pending)) }
    pending = Data()
  }

  /// Escapes what would end the quotation or the line, as browsers do.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "%22"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func line(_ header: Part.Header) throws -> String {
    if header.isJSON { return try line(header.name, JSONCoding.text(header.value)) }
    let value = try ParameterEncoder.encode(header.value)
    if value.isEmpty { return "" }
    let expansion = ParameterExpansion(
      name: header.name, style: .simple, explode: header.explode
    ) { $0 }
    return line(header.name, expansion.text(value))
  }

  private static func line(_ name: String, _ value: String) -> String {
    "\(line(name)): \(line(value))\r\n"
  }

  private static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 }))
  }
}
