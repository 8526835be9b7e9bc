using System.Globalization;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Engine.Loops;

namespace ActorNet.TestKit;

/// <content>What must hold for every lab.</content>
public sealed partial class Lab
{
    private const int FramesShown = 3;
    private const int StationsShown = 8;

    private bool _isDisposed;

    /// <summary>
    /// Checks what holds for a lab at rest: every frame that came in was delivered, dropped with a reason or waits in a queue; what a port sent, its host has got; every device has its actors;
    /// no actor failed unless it was told to.
    /// </summary>
    /// <exception cref="LabFailureException">Something does not hold.</exception>
    public void CheckConservation()
    {
        RunUntilIdle();
        Throw(FindBroken());
    }

    /// <summary>Checks as <see cref="CheckConservation"/> does, removes all devices, sees to it that nothing is left, and ends the lab.</summary>
    /// <exception cref="LabFailureException">
    /// Something does not hold. When the test itself failed before, its exception is the inner one and in the message, since this one takes its place.
    /// </exception>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        try
        {
            if (Options.CheckOnDispose) CheckAtEnd();
        }
        finally
        {
            _thrown.Dispose();
            _simulation.Dispose();
        }
    }

    /// <summary>A failure with the last stations of the frames concerned; of the last ones of the lab when there are none.</summary>
    internal LabFailureException Failure(string text, IReadOnlyList<CapturedFrame> concerned)
    {
        if (!Options.Trace) return new LabFailureException(text + "The lab does not trace, so it cannot say where frames went.");
        var numbers = concerned.Select(f => f.Number).Where(n => n != 0).Distinct().TakeLast(FramesShown).ToList();
        var heading = "Where they have been";
        if (numbers.Count == 0)
        {
            heading = "What moved last in the lab";
            numbers = [.. Trace.LastFrames(FramesShown, h => h.Step == FrameStep.Drop).Concat(Trace.LastFrames(FramesShown)).Distinct().Take(FramesShown)];
        }

        if (numbers.Count == 0) return new LabFailureException(text + "No frame has moved in the lab at all.");
        return new LabFailureException(text + heading + ":\n" + string.Concat(numbers.Select(n => Trace.Of(n).Text(StationsShown))));
    }

    private void CheckAtEnd()
    {
        List<string> broken = [];
        try
        {
            RunUntilIdle();
            broken.AddRange(FindBroken());
            broken.AddRange(FindLeft());
        }
        catch (LabFailureException failure)
        {
            broken.Add(failure.Message);
        }

        Throw(broken);
    }

    /// <summary>What does not hold now.</summary>
    private List<string> FindBroken()
    {
        var snapshot = TakeSnapshot();
        List<string> broken = [.. ConservationCheck.AtRest(snapshot), .. FindAtPorts(snapshot), .. _engine.Failures.Select(f => "An actor failed: " + f)];
        var letters = LoopSystem.Letters(_simulation.Virtual.System);
        if (letters.Dropped > 0) broken.Add(string.Create(CultureInfo.InvariantCulture, $"{letters.Dropped} messages found a mailbox full and were lost."));
        return broken;
    }

    private IEnumerable<string> FindAtPorts(LabSnapshot snapshot)
    {
        foreach (var host in Topology.Hosts)
        {
            var port = snapshot.Namespaces.FirstOrDefault(n => n.Name == host.Box)?.Devices.FirstOrDefault(d => d.Name == host.Name);
            if (port is null) continue;
            var report = Inside(() => _simulation.Ask<HostReport>(_simulation.Hosts[host.Name], TakeHostReport.Instance));
            if (ConservationCheck.AtPort(host.Name, report, port, _faults.LostOnWire(new LabPlace(host.Box, host.Name))) is { } broken) yield return broken;
        }
    }

    private IReadOnlyList<string> FindLeft()
    {
        foreach (var ns in TakeSnapshot().Namespaces) AskBox(ns.Name, new RemoveAll());
        return ConservationCheck.WhenEmpty(TakeSnapshot());
    }

    private void Throw(List<string> broken)
    {
        if (broken.Count == 0) return;
        var text = "The lab is not in order:\n" + string.Join('\n', broken);
        if (Trace.Unfinished(FramesShown) is { Count: > 0 } unfinished)
            text += "\nFrames that the trace shows no end of:\n" + string.Concat(unfinished.Select(n => Trace.Of(n).Text(StationsShown)));
        throw _thrown.Last is { } before && before.Message != text
            ? new LabFailureException($"{text}\nBefore that the test met {before.GetType().Name}: {before.Message}", before)
            : new LabFailureException(text);
    }
}
