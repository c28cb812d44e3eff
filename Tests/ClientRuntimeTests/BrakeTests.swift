import Testing

@testable import ClientRuntime

@Suite struct BrakeTests {
  enum Step: Sendable {
    case full
    case read
    case late
  }

  @Test(
    "A transfer is held back once, and let go on as often",
    arguments: [
      ([Step.full], "suspend"),
      ([.full, .full, .full, .read], "suspend resume"),
      ([.full, .read, .read], "suspend resume"),
      ([.full, .read, .full, .read], "suspend resume suspend resume"),
      ([.read, .late], ""),
      ([.late, .full, .late, .read], "suspend resume"),
    ])
  func balance(steps: [Step], expected: String) {
    let brake = Brake()
    var calls: [String] = []
    for step in steps {
      switch step {
      case .full: brake.pull(while: { true }) { calls.append("suspend") }
      case .late: brake.pull(while: { false }) { calls.append("suspend") }
      case .read: brake.release { calls.append("resume") }
      }
    }
    #expect(calls.joined(separator: " ") == expected)
  }
}
