import ClientRuntime
import Foundation

extension VideoStudio {
  /// Downloads a video: goes on where it broke off, checks, and puts it into its place in one step.
  ///
  /// The vendor's key is shown to addresses of the vendor's own API only. An address that has run
  /// out is asked for anew once; other addresses of the same video are tried after that.
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
    try note(downloaded, of: video)
    self.options.checkpoint(.downloaded)
    return downloaded
  }

  /// Writes down where the video is, and what its bytes add up to.
  private func note(_ file: DownloadedFile, of video: Video) throws(VideoError) {
    guard journal != nil, video.handle.intent != nil else { return }
    let sum: Checksum
    do {
      sum = try Checksum.of(file: file.url)
    } catch {
      throw .file(file.url.path, reason: error.localizedDescription)
    }
    try note(
      video.handle.intent,
      .downloaded(
        file: file.url.path, bytes: file.length, sha256: sum.text(),
        url: String(video.url.prefix { $0 != "?" }.prefix(300)), of: video.count ?? 1),
      handle: video.handle)
  }

  private func fetch(
    _ video: Video, to file: URL, _ options: DownloadOptions
  ) async throws(VideoError) -> DownloadedFile {
    var addresses = VideoAddresses(video: video, task: try task(video.handle))
    var patience = self.options.emptyAnswers
    while true {
      do throws(APIError) {
        return try await api.http.download(
          addresses.current, to: file, security: addresses.security, options: options)
      } catch {
        if case .cancelled = error { throw .interrupted(video.handle) }
        if error.saysNotReady, patience > 0 {
          patience -= 1
          do {
            try await self.options.environment.sleep(api.traits.pace)
          } catch {
            throw .interrupted(video.handle)
          }
          continue
        }
        guard error.saysGone else { throw .call(error) }
        if try await !addresses.advance() { throw .call(error) }
      }
    }
  }
}

extension APIError {
  /// Whether the file may be had at another address.
  fileprivate var saysGone: Bool {
    if case .http(let failure) = self {
      [401, 403, 404, 410].contains(failure.status)
    } else {
      false
    }
  }

  /// Whether the vendor said that the video will be there a little later.
  fileprivate var saysNotReady: Bool {
    guard case .http(let failure) = self, failure.status == 400 else { return false }
    if case .later = QueryVerdict(VendorAnswer(failure)) { return true }
    return false
  }
}
