extension VideoRequest {
  /// How a video is cut into shots.
  public enum Storyboard: Sendable, Hashable {
    /// The model plans the shots from the prompt.
    case smart
    /// These shots, one after the other.
    case custom([Shot])
  }

  /// One shot of a storyboard.
  public struct Shot: Sendable, Hashable {
    /// The place in the order, counted from 1; the place in the list when left out.
    public var index: Int?
    /// What happens in the shot.
    public var prompt: String
    /// How many seconds it lasts.
    public var seconds: Int

    /// Makes a shot.
    public init(_ prompt: String, seconds: Int, index: Int? = nil) {
      self.prompt = prompt
      self.seconds = seconds
      self.index = index
    }
  }

  /// A subject from the account's element library.
  public struct Element: Sendable, Hashable {
    /// The id that the library gave it.
    public var id: Int64

    /// Refers to a subject.
    public init(id: Int64) { self.id = id }
  }

  /// A subject that the prompt names, shown in images.
  public struct Subject: Sendable, Hashable {
    /// The id that the prompt uses.
    public var id: String?
    /// What it is called.
    public var name: String?
    /// Images that show it.
    public var images: [Media]
    /// Videos that show it.
    public var videos: [Media]
    /// The voice it speaks with.
    public var voiceID: String?

    /// Describes a subject.
    public init(
      id: String? = nil, name: String? = nil, images: [Media] = [], videos: [Media] = [],
      voiceID: String? = nil
    ) {
      self.id = id
      self.name = name
      self.images = images
      self.videos = videos
      self.voiceID = voiceID
    }
  }
}
