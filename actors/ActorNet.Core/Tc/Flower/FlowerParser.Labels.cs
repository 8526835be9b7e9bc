using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Flower;

/// <content>Label stacks: the outermost entry by <c>mpls_label</c> and its like, any of them by <c>mpls lse depth N ...</c>.</content>
internal sealed partial class FlowerParser
{
    private void ReadLabel(string word, FlowerAttribute attribute, ulong limit)
    {
        var text = _args.Next();
        RequireMpls(word);
        if (_attributes.Labels is not null) throw new Iproute2Exception($"Can't set \"{word}\" if \"mpls\" is set");
        _hasLabelWords = true;
        if (!FlowerNumber.TryParse(text, 10, limit, out var value)) throw Illegal(word);
        _attributes.Set(attribute, value);
    }

    private void ReadLabels()
    {
        _args.Next();
        _args.Back();
        RequireMpls("mpls");
        if (_hasLabelWords) throw new Iproute2Exception("Can't set \"mpls\" if \"mpls_label\", \"mpls_tc\", \"mpls_bos\" or \"mpls_ttl\" is set");
        _attributes.Labels = [];
        while (_args.TryTakePrefix("lse")) _attributes.Labels.Add(ReadEntry());
    }

    private FlowerLabel ReadEntry()
    {
        _args.Next();
        _args.Back();
        var entry = new FlowerLabel(0);
        while (true)
        {
            if (_args.TryTakePrefix("depth")) entry = entry with { Depth = ReadNumber("depth", 1, byte.MaxValue) };
            else if (_args.TryTakePrefix("label")) entry = entry with { Label = ReadNumber("label", 0, 0xFFFFF) };
            else if (_args.TryTakePrefix("tc")) entry = entry with { Class = ReadNumber("tc", 0, 7) };
            else if (_args.TryTakePrefix("bos")) entry = entry with { Bottom = ReadNumber("bos", 0, 1) };
            else if (_args.TryTakePrefix("ttl")) entry = entry with { Ttl = ReadNumber("ttl", 0, byte.MaxValue) };
            else break;
        }

        return entry.Depth != 0 ? entry : throw new Iproute2Exception("Error: argument \"depth\" is required", 255);
    }

    private ulong ReadNumber(string word, ulong least, ulong most) =>
        FlowerNumber.TryParse(_args.Next(), 10, most, out var value) && value >= least ? value : throw Illegal(word);

    private void RequireMpls(string word)
    {
        if (!IsMpls) throw new Iproute2Exception($"Can't set \"{word}\" if ethertype isn't MPLS");
    }
}
