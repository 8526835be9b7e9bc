using ActorNet.Linux.Hosts;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Hosts;

public sealed class HostAddressTests
{
    [Theory]
    [InlineData("10.0.0.1/24", false)]
    [InlineData("0.0.0.0/0", false)]
    [InlineData("fd00::1/64", true)]
    [InlineData("::1/128", true)]
    public void Address_with_prefix_is_read_and_written_alike(string text, bool ipv6)
    {
        var address = HostAddress.Parse(text);

        address.ToString().ShouldBe(text);
        address.IsIpv6.ShouldBe(ipv6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.1/")]
    [InlineData("10.0.0.1/33")]
    [InlineData("10.0.0.1/-1")]
    [InlineData("10.0.0.1/ 8")]
    [InlineData("10.1/8")]
    [InlineData("10/8")]
    [InlineData("fd00::1/129")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("[fd00::1]/64")]
    [InlineData("/24")]
    public void Anything_else_is_refused_with_an_example(string text) =>
        Should.Throw<FormatException>(() => HostAddress.Parse(text)).Message.ShouldContain("10.0.0.1/24");
}
