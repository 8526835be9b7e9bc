using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Adds, removes or changes a VLAN tag, or the whole Ethernet header (<c>net/sched/act_vlan.c</c>).</summary>
public sealed class VlanAction : TcAction
{
    private VlanSpec _spec;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="spec">Checked values.</param>
    public VlanAction(VlanSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    /// <inheritdoc/>
    public override string Kind => "vlan";

    /// <summary>What it does.</summary>
    public VlanSpec Spec => _spec;

    /// <summary>Edits the frame; one that it cannot edit is shot and counted as a drop.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        // Tags are edited at the MAC header, which is hidden at ingress.
        if (context.AtIngress) skb.Push(skb.MacLen);
        var edit = new VlanEditor(skb, context.Device);
        if (!Apply(edit))
        {
            Stats.Drops++;
            context.ShotBecause = DropReason.Malformed;
            return TcVerdict.Shot;
        }

        if (context.AtIngress) skb.Pull(skb.MacLen);
        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind).Text("vlan_action", " {0}", Word(_spec.Edit));
        if (_spec.Edit is VlanEdit.Push or VlanEdit.Modify) PrintTag(writer);
        if (_spec.Edit == VlanEdit.PushEthernet)
            writer.Text("dst_mac", " dst_mac {0}", _spec.Destination.ToString()!).Text("src_mac", " src_mac {0}", _spec.Source.ToString()!);
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t ");
    }

    /// <summary>Replaces everything but index and counters.</summary>
    internal void Change(VlanSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    private bool Apply(VlanEditor edit) => _spec.Edit switch
    {
        VlanEdit.Pop => edit.Pop(),
        VlanEdit.Push => edit.Push(_spec.TagProtocol, VlanEditor.Tci(_spec.Priority ?? 0, _spec.Id ?? 0)),
        VlanEdit.Modify => edit.Modify(_spec.TagProtocol, _spec.Id ?? 0, _spec.Priority),
        VlanEdit.PopEthernet => edit.PopEthernet(),
        _ => edit.PushEthernet(_spec.Destination ?? MacAddress.Zero, _spec.Source ?? MacAddress.Zero),
    };

    private void PrintTag(ShowWriter writer)
    {
        writer.Number("id", " id {0}", _spec.Id ?? 0).Text("protocol", " protocol {0}", ProtocolNames.Format(_spec.TagProtocol));
        if (_spec.Edit == VlanEdit.Push || _spec.Priority is not null) writer.Number("priority", " priority {0}", _spec.Priority ?? 0);
    }

    private static string Word(VlanEdit edit) => edit switch
    {
        VlanEdit.Pop => "pop",
        VlanEdit.Push => "push",
        VlanEdit.Modify => "modify",
        VlanEdit.PopEthernet => "pop_eth",
        _ => "push_eth",
    };
}
