MODULE network;

IMPORT ChanConsts, ClientSocket, IOChan;
FROM STextIO IMPORT WriteLn, WriteString;

VAR
  wire: IOChan.ChanId;
  result: ChanConsts.OpenResults;

BEGIN
  ClientSocket.OpenSocket(wire, "192.0.2.1", 80, ChanConsts.read, result);
  IF result # ChanConsts.opened THEN
    WriteString("no network");
    WriteLn
  END
END network.
