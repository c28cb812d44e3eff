// What the sources use of Apple's C library: what all have, and the names that only it has or that
// have another type there.
@_exported import Glibc

public let F_FULLFSYNC: Int32 = 51
public let SOCK_STREAM: Int32 = 1
public let SO_NOSIGPIPE: Int32 = 0x1022
