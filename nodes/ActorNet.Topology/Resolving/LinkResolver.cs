using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Raw links to links; one whose ends cannot be told comes out as null.</summary>
internal sealed class LinkResolver(IReadOnlyDictionary<string, Box> boxes, DeviceClaims claims, ErrorList errors)
{
    private const int DefaultMtu = 1500;
    private readonly ImpairmentReader _impairments = new(errors);

    public Link? Resolve(RawLink raw)
    {
        var mtu = Numbers.Read(raw.Mtu, "mtu", TopologyLimits.MinMtu, TopologyLimits.MaxMtu, DefaultMtu, errors);
        var directions = new LinkDirections(raw, errors);
        var there = _impairments.Read(directions.AToB, mtu);
        var back = _impairments.Read(directions.BToA, mtu);
        var a = End(raw, raw.A, "a");
        var b = End(raw, raw.B, "b");
        if (a is null || b is null)
        {
            // The end that is right exists in the author's mind: setup lines about it are no mistakes.
            Excuse(a);
            Excuse(b);
            return null;
        }

        // Both are claimed, so that a link with two taken names is reported twice.
        var claimed = Claim(a) & Claim(b);
        return claimed ? new Link { Origin = raw.Origin, A = a, B = b, Mtu = mtu, AToB = there, BToA = back } : null;
    }

    private LinkEnd? End(RawLink raw, Written? written, string key)
    {
        if (written is not { } end)
        {
            errors.Add(raw.Origin, $"the link has no end {key}", $"Add {key} = \"box:device\"");
            return null;
        }

        var colon = end.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            errors.Add(end.Origin, $"{Phrases.Quote(end.Text)} is no end of a link", $"Write the box and the device in it: {key} = \"box:device\"");
            return null;
        }

        var (box, device) = (end.Text[..colon], end.Text[(colon + 1)..]);
        if (!BoxExists(box, end)) return null;
        if (NameRules.DeviceFault(device) is not { } fault) return new LinkEnd(box, device, end.Origin);
        errors.Add(end.Origin, fault, NameRules.DeviceRemedy);
        claims.Excuse(box, device);
        return null;
    }

    private bool BoxExists(string box, Written end)
    {
        if (boxes.ContainsKey(box)) return true;
        errors.Add(end.Origin, $"there is no box {Phrases.Quote(box)}", () => $"{Phrases.DidYouMean(box, boxes.Keys)}Boxes: {Phrases.List(boxes.Keys)}");
        return false;
    }

    private bool Claim(LinkEnd end) => claims.TryClaim(end.Box, end.Device, end.Origin, "this end of the link");

    private void Excuse(LinkEnd? end)
    {
        if (end is not null) claims.Excuse(end.Box, end.Device);
    }
}
