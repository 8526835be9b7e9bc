using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>
/// Builds the boxes in memory and runs every setup line, so that whatever a box would refuse is known before anything is made on the machine.
/// Goes on after a refusal; errors that only follow from an earlier one are left out.
/// </summary>
internal sealed class Rehearsal
{
    private readonly DeviceClaims _claims;
    private readonly ErrorList _errors;
    private readonly LabBuilder _builder;
    private int _queues;

    public Rehearsal(DeviceClaims claims, ErrorList errors)
    {
        (_claims, _errors) = (claims, errors);
        _builder = new LabBuilder(ns =>
        {
            ns.DeviceRegistered = device => _queues += device.TxQueues.Count;
            ns.DeviceFreed = device => _queues -= device.TxQueues.Count;
        });
    }

    /// <summary>The boxes as they are now.</summary>
    public Core.Net.NetLab Lab => _builder.Lab;

    public void Run(Topology topology)
    {
        foreach (var step in TopologyPlan.BoxStepsOf(topology))
        {
            var result = _builder.Perform(step);
            if (result.ExitCode != 0) Report(step, new Refusal(result.Error));
            if (_queues > TopologyLimits.MaxQueues)
            {
                _errors.Add(step.Origin, $"with this step the devices of the topology have more than {TopologyLimits.MaxQueues} queues",
                    "Make fewer devices, or give them fewer queues (numtxqueues)");
                return;
            }
        }
    }

    private void Report(PlanStep step, Refusal refusal)
    {
        if (step is not BoxCommand command)
        {
            _errors.Add(step.Origin, $"{step.Text}: {refusal.Sentence}", "Make the topology smaller");
            return;
        }

        var excused = _claims.ExcusedIn(command.Box);
        var follows = refusal.FollowsFrom(excused, command.Words);
        foreach (var word in Refusal.WhatItWouldHaveMade(command.Words)) excused.Add(word);
        if (follows || _builder.Lab.Find(command.Box) is not { } ns) return;
        _errors.Add(step.Origin, $"{What(command)}: {refusal.Sentence}", () => Remedies.For(command, refusal, ns, _builder.Lab));
    }

    private static string What(BoxCommand command) => command is RunSetup setup ? Phrases.Quote(setup.Line.Text) : Phrases.Quote(command.Text);
}
