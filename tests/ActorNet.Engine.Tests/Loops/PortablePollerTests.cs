using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class PortablePollerTests
{
    [Fact]
    public void Descriptors_are_refused_with_the_remedy()
    {
        using var poller = new PortablePoller();

        Should.Throw<NotSupportedException>(() => poller.Add(0, PollEvents.Readable, null!)).Message.ShouldContain("PollerFactory");
        Should.Throw<NotSupportedException>(() => poller.Modify(0, PollEvents.None));
        Should.Throw<NotSupportedException>(() => poller.Remove(0));
    }

    [Fact]
    public void A_wake_before_the_poll_ends_it()
    {
        using var poller = new PortablePoller();

        poller.Wake();

        poller.Poll(-1).ShouldBe(0);
    }

    [Fact]
    public void A_wake_during_the_poll_ends_it()
    {
        // Given
        using var poller = new PortablePoller();
        var waiter = new Thread(() => poller.Poll(-1));
        waiter.Start();

        // When
        poller.Wake();

        // Then
        waiter.Join(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(2_000_000)]
    public void A_bounded_poll_ends_by_itself(long timeout)
    {
        using var poller = new PortablePoller();

        poller.Poll(timeout).ShouldBe(0);
    }
}
