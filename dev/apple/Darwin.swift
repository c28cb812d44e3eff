// What the runtime half uses of Apple's C library: what all have, and the names that only it has.
@_exported import Glibc

public let F_FULLFSYNC: Int32 = 51
