// JailProtocol
