uses
  Sockets;
var
  address: TInetSockAddr;
  wire: LongInt;
begin
  address.sin_family := AF_INET;
  address.sin_port := HToNS(80);
  address.sin_addr := StrToNetAddr('192.0.2.1');
  wire := FpSocket(AF_INET, SOCK_STREAM, 0);
  if (wire < 0) or (FpConnect(wire, @address, SizeOf(address)) <> 0) then
    WriteLn('no network');
end.
