namespace ActorNet.Engine.Loops;

/// <summary>Counters of a loop since its start; read from any thread, each value exact as of some recent moment.</summary>
/// <param name="Messages">User messages handled by the actors of the loop.</param>
/// <param name="Turns">Actor turns, each up to <see cref="LoopOptions.Throughput"/> messages.</param>
/// <param name="Received">Messages and actions that came from other threads.</param>
/// <param name="TimersFired">Deadlines that fired.</param>
/// <param name="Polls">Looks at the poller, waits included.</param>
/// <param name="Sleeps">Times the loop blocked because it had nothing to do.</param>
/// <param name="ContainedFailures">Exceptions of timer, poll and posted callbacks that the loop caught.</param>
public readonly record struct LoopStatistics(
    long Messages, long Turns, long Received, long TimersFired, long Polls, long Sleeps, long ContainedFailures);
