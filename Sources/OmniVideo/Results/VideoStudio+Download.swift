import ClientRuntime
import Foundation

extension VideoStudio {
  /// Downloads a video: goes on where it broke off, checks, and puts it into its place in one step.
  ///
  /// The vendor's key is shown to the vendor's own server only. An address that has run out is
  /// asked for anew once; another address of the same video is tried after that.
  @discardableResult
  public func download(
    _ video: Video, to file: URL, options: DownloadOptions = DownloadOptions()
  ) async throws(VideoError) -> DownloadedFile {
    let downloaded: DownloadedFile
    if video.url.lowercased().hasPrefix("data:") {
      downloaded = try InlineVideo(video.url).write(to: file)
    } else {
      downloaded = try await fetch(video, to: file, options)
    }
    try note(
      video.handle.intent,
      .downloaded(
        file: file.path, bytes: downloaded.length,
        url: String(video.url.prefix { $0 != "?" }.prefix(300))), handle: video.handle)
    self.options.checkpoint(.downloaded)
    return downloaded
  }

  private func fetch(
    _ video: Video, to file: URL, _ options: DownloadOptions
  ) async throws(VideoError) -> DownloadedFile {
    let task = try task(video.handle)
    let addresses = FreshAddresses(video: video, task: task)
    var options = options
    if options.freshAddress == nil {
      options.freshAddress = { () async throws(APIError) in try await addresses.next() }
    }
    do throws(APIError) {
      return try await api.http.download(
        video.url, to: file, security: [[.bearer("bearer")]], options: options)
    } catch {
      if case .cancelled = error { throw .interrupted(video.handle) }
      throw addresses.ending ?? .call(error)
    }
  }
}
