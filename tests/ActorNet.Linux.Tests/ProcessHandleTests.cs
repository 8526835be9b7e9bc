using System.Diagnostics;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests;

public sealed class ProcessHandleTests
{
    [Fact]
    public void Process_is_known_by_number_and_start_and_can_be_ended()
    {
        using var child = Process.Start("sleep", "1000");
        using var handle = ProcessHandle.Open(child.Id)!;
        using var again = ProcessHandle.Open(child.Id)!;
        handle.StartTicks.ShouldBe(again.StartTicks);
        handle.StartTicks.ShouldBeGreaterThan(0);

        handle.WaitForExit(TimeSpan.Zero).ShouldBeFalse();
        handle.Kill().ShouldBeTrue();

        handle.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        child.WaitForExit();
        child.ExitCode.ShouldBe(137);
        handle.Kill().ShouldBeFalse();
        ProcessHandle.Open(child.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void There_is_no_such_process(int number) => ProcessHandle.Open(number).ShouldBeNull();
}
