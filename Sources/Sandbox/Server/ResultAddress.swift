/// Where a task's video can be fetched: another address after each query, as vendors sign them.
enum ResultAddress {
  static func make(_ server: String, _ task: SandboxTask) -> String {
    "\(server)/files/\(task.entry.taskID)/video.mp4?take=\(task.polls)"
  }
}
