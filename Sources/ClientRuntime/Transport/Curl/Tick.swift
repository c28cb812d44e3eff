#if os(Linux)
  import CCurl

  /// A moment of a clock that only moves forward, in nanoseconds: the engine asks some times a call
  /// what time it is, and `ContinuousClock` takes ten times the code to answer and to compare.
  struct Tick: Comparable {
    var nanoseconds: Int

    static var now: Tick { Tick(nanoseconds: ccurl_now()) }

    static func < (left: Tick, right: Tick) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The moment some nanoseconds later.
    static func + (left: Tick, right: Int) -> Tick {
      Tick(nanoseconds: left.nanoseconds + right)
    }

    /// How many nanoseconds lie between two moments.
    static func - (left: Tick, right: Tick) -> Int { left.nanoseconds - right.nanoseconds }
  }
#endif
