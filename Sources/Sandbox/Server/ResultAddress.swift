/// Where a task's video can be fetched: another address after each query, as vendors sign them.
enum ResultAddress {
  static func make(_ server: String, _ task: SandboxTask) -> [String] {
    (1...max(task.order.count, 1)).map { number in
      let name = number == 1 ? "video" : "video-\(number)"
      return "\(server)/files/\(task.entry.taskID)/\(name).mp4?take=\(task.polls)"
    }
  }
}
