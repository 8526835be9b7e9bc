using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>The device that a filter names by <c>indev</c> (<c>tcf_change_indev</c>).</summary>
internal static class InputDevices
{
    /// <summary>Its number.</summary>
    /// <exception cref="RtnlException">ENODEV, or EINVAL for a name that cannot be one.</exception>
    public static int InputDevice(this NetNamespace ns, string name)
    {
        if (name.Length > DeviceName.MaxBytes) throw new RtnlException(Errno.EINVAL, "Interface name too long.");
        return ns.Find(name)?.IfIndex ?? throw new RtnlException(Errno.ENODEV, "Network device not found.");
    }
}
