package cn.duban.rating.device;

import cn.duban.ledger.Bearable;
import cn.duban.rating.Offices;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office's devices: a new one is told its token once, one that was lost is shut out. */
@Controller
@RequestMapping("/ratings/devices")
class DeviceController {

    private final Offices offices;
    private final Devices devices;
    private final Directories directories;

    DeviceController(Offices offices, Devices devices, Directories directories) {
        this.offices = offices;
        this.devices = devices;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        offices.require(viewer);
        model.addAttribute("page", page("", null, new Complaints(), viewer, model));
        return "rating/devices";
    }

    /** Answered at once, so that the token stands nowhere else. */
    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String unit, Viewer viewer, HttpServletResponse response, Model model) {
        offices.require(viewer);
        var chosen = directories.of(viewer.tenant()).units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst();
        var complaints = new Complaints().addIf(name.isBlank() || name.length() > 50, "name", "rating.device.name.missing").addIf(chosen.isEmpty(), "unit", "rating.device.unit.missing");
        if (!complaints.isEmpty()) response.setStatus(422);
        response.setHeader("Cache-Control", "no-store");
        var token = complaints.isEmpty() ? devices.add(name.strip(), chosen.orElseThrow(), viewer) : null;
        model.addAttribute("page", page(complaints.isEmpty() ? "" : name, token, complaints, viewer, model));
        return "rating/devices";
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, Viewer viewer, RedirectAttributes told) {
        offices.require(viewer);
        devices.revoke(id, viewer);
        told.addFlashAttribute("said", Words.say("rating.device.revoked"));
        return "redirect:/ratings/devices";
    }

    private DevicesPage page(String name, @Nullable String token, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var lines = devices.all(viewer.tenant()).stream().map(device -> new DevicesPage.Line(device, directory.unitName(device.unit()))).toList();
        return new DevicesPage(lines, new Bearable(directory).units(), name, token, complaints, (String) model.getAttribute("said"));
    }
}
