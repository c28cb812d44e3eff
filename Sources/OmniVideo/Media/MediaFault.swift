/// What a vendor's limits on the bytes of media say of a file.
struct MediaFault: Sendable, Hashable {
  var severity: Violation.Severity
  var message: String

  static func error(_ message: String) -> MediaFault {
    MediaFault(severity: .error, message: message)
  }

  /// Beyond the limit as one reads it, within it as another does.
  static func doubtful(_ message: String) -> MediaFault {
    MediaFault(severity: .contradiction, message: message)
  }

  func at(_ path: String) -> Violation {
    Violation(severity: severity, path: path, message: message)
  }
}

/// A limit in megabytes, of which some have a thousand and some 1024 kilobytes.
struct MegabyteLimit {
  var megabytes: Int

  func fault(_ byteCount: Int, _ form: String? = nil) -> MediaFault? {
    let text =
      "\(byteCount) bytes\(form.map { " " + $0 } ?? ""); at most \(megabytes) MB are possible"
    if byteCount > megabytes << 20 { return .error(text) }
    return byteCount > megabytes * 1_000_000 ? .doubtful(text) : nil
  }
}
