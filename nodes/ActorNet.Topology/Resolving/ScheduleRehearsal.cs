using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Plays a schedule through on paper, as far as patience reaches: a step whose settings do not go together with what holds then is reported.</summary>
internal static class ScheduleRehearsal
{
    public static void Run(Topology topology, ErrorList errors)
    {
        if (topology.Schedule.Count == 0) return;
        var links = new LiveLinks(topology);
        var player = new SchedulePlayer(topology.Schedule);
        for (var steps = 0; steps < TopologyLimits.MaxRehearsedSteps && player.TryTake(long.MaxValue, out var step); steps++)
        {
            foreach (var order in links.OrdersOf(step))
            {
                if (order.Link.TryPlan(order.Ways, order.Change, out var next, out _, out var fault)) order.Link.Commit(next);
                else errors.Add(step.Entry.Origin, fault.What, $"{fault.Remedy}; when this line's time has come the link has '{order.Link.State.AToB.Settings}' one way and '{order.Link.State.BToA.Settings}' the other");
            }
        }
    }
}
