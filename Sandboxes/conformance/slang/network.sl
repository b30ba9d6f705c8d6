require("socket");

try
{
    variable s = socket(PF_INET, SOCK_STREAM, 0);
    connect(s, "192.0.2.1", 80);
}
catch AnyError: message("no network");
