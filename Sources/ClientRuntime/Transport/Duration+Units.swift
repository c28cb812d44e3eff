extension Duration {
  /// As a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// How many milliseconds are over.
  var wholeMilliseconds: Int { Int(clamping: attoseconds / 1_000_000_000_000_000) }

  /// How many nanoseconds are over.
  var wholeNanoseconds: Int { Int(clamping: attoseconds / 1_000_000_000) }
}
